// The client `ws` against a gateway that echoes messages. Argument: the URL of the API.
import { once } from 'node:events';
import WebSocket from 'ws';

const url = process.argv[2];

async function open(options = {}, protocols = []) {
  const socket = new WebSocket(url, protocols, options);
  await once(socket, 'open');
  return socket;
}

async function echo(socket, ...parts) {
  const answer = once(socket, 'message');
  parts.forEach((part, i) => socket.send(part, { fin: i === parts.length - 1 }));
  const [data, binary] = await answer;
  return `${binary ? 'binary' : 'text'} ${data.toString()}`;
}

async function end(socket) {
  const [code, reason] = await once(socket, 'close');
  return `${code} ${reason.toString()}`;
}

const socket = await open({}, ['chat', 'other']);
console.log('protocol ' + socket.protocol);
console.log('extensions ' + JSON.stringify(socket.extensions));
console.log(await echo(socket, 'hello'));
console.log(await echo(socket, 'hel', 'lo in ', 'parts'));
console.log(await echo(socket, 'grüße 😀'));
const large = 'x'.repeat(32_000);
console.log((await echo(socket, large, large, large)).length);
const pong = once(socket, 'pong');
socket.ping('are you there');
console.log('pong ' + (await pong)[0].toString());
socket.close(4321, 'enough');
console.log('closed ' + (await end(socket)));

const binary = await open();
binary.send(Buffer.from([1, 2, 3]));
console.log('closed ' + (await end(binary)));

const huge = await open();
huge.send('x'.repeat(32_769));
console.log('closed ' + (await end(huge)));

const refused = new WebSocket(url + '/nowhere');
console.log('refused ' + (await once(refused, 'unexpected-response'))[1].statusCode);
refused.on('error', () => {});
refused.terminate();
