// A function that calls back over connections with AWS's own client. It finds its way by the environment alone.
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';

const invocations = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
const client = new ApiGatewayManagementApiClient({});

const actions = {
  post: async (id, message) => {
    const answer = await client.send(new PostToConnectionCommand({ ConnectionId: id, Data: message.text }));
    return answer.$metadata.httpStatusCode;
  },
  get: async id => {
    const answer = await client.send(new GetConnectionCommand({ ConnectionId: id }));
    return `${answer.Identity.SourceIp} ${answer.ConnectedAt <= answer.LastActiveAt}`;
  },
  remove: async id => {
    await client.send(new DeleteConnectionCommand({ ConnectionId: id }));
  },
};

async function handle(event) {
  const message = JSON.parse(event.body);
  try {
    const result = await actions[message.action](message.id ?? event.requestContext.connectionId, message);
    return { statusCode: 200, body: `${message.action}: ${result}` };
  } catch (error) {
    return { statusCode: 200, body: `${message.action}: ${error.name} ${error.$metadata?.httpStatusCode}` };
  }
}

for (;;) {
  const next = await fetch(`${invocations}/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const result = await handle(await next.json());
  await fetch(`${invocations}/${id}/response`, { method: 'POST', body: JSON.stringify(result) });
}
