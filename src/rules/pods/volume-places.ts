/* How the places of volumes are written that hardly anybody has. */

const ISCSI_NAME = /iqn\.\d{4}-\d{2}\.[a-zA-Z0-9.-]+:[^,;*&$|\s]+$/;
const ISCSI_EUI = /^eui.[a-zA-Z0-9]{16}$/;
const ISCSI_NAA = /^naa.[a-zA-Z0-9]{32}$/;
const HOST_AND_PORT = /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/;

/** An address of iSCSI: iqn, eui or naa, and what follows each of them. */
export function isDiskAddress(text: string): boolean {
  return (text.startsWith('iqn') && ISCSI_NAME.test(text)) || ISCSI_EUI.test(text) || ISCSI_NAA.test(text);
}

/** One host with its port, or several. */
export function isRegistry(text: string): boolean {
  return text.split(',').every((pair) => HOST_AND_PORT.test(pair));
}
