import { request } from 'node:http';
import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks over a connection of its own: a kept one would not notice who is gone and who is back. */
export function send(method: string, url: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { method, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode!, text }));
    }).on('error', reject).end(body);
  });
}

/** Begins to send a body and is gone before its end. */
export function breakOff(address: string, path: string): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      socket.write(`POST ${path} HTTP/1.1\r\nhost: lab\r\ncontent-length: 100\r\n\r\nquery=`, () => setTimeout(() => socket.destroy(), 20));
    });
    socket.on('close', () => setTimeout(resolve, 20));
  });
}
