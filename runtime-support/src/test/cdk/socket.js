// A WebSocket API: a function for all routes, one that answers.
const cdk = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigatewayv2');
const integrations = require('aws-cdk-lib/aws-apigatewayv2-integrations');
const lambda = require('aws-cdk-lib/aws-lambda');

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Socket', {});
const talk = new lambda.Function(stack, 'Talk', {
  functionName: 'talk',
  runtime: lambda.Runtime.NODEJS_20_X,
  handler: 'index.handler',
  code: lambda.Code.fromAsset(__dirname + '/talk'),
});
const route = (name) => ({ integration: new integrations.WebSocketLambdaIntegration(name, talk) });
const api = new apigateway.WebSocketApi(stack, 'Chat', {
  apiName: 'chat',
  connectRouteOptions: route('Connect'),
  disconnectRouteOptions: route('Disconnect'),
  defaultRouteOptions: { ...route('Rest'), returnResponse: true },
});
api.addRoute('ask', { ...route('Ask'), returnResponse: true });
new apigateway.WebSocketStage(stack, 'Live', { webSocketApi: api, stageName: 'live', autoDeploy: true });
app.synth();
