import { spawn } from 'node:child_process';

// A process that goes on by itself: as long as it lives, its connection does. It tells where the engine is.
const { PORT, ENDS, PULUMI_NODEJS_MONITOR } = process.env;
const follower = `
  const socket = require('node:net').connect(${PORT}, '127.0.0.1');
  socket.write('${PULUMI_NODEJS_MONITOR}', () => process.send('connected'));
`;

console.log('started');
const child = spawn(process.execPath, ['--eval', follower], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
child.once('message', () => {
  if (ENDS === 'no') return;
  child.disconnect();
  child.unref();
});
