// An HTTP API: functions with both payload formats, a server, CORS, and an authorizer.
const cdk = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigatewayv2');
const authorizers = require('aws-cdk-lib/aws-apigatewayv2-authorizers');
const integrations = require('aws-cdk-lib/aws-apigatewayv2-integrations');
const lambda = require('aws-cdk-lib/aws-lambda');

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Http', {});
const talk = new lambda.Function(stack, 'Talk', {
  functionName: 'talk',
  runtime: lambda.Runtime.NODEJS_20_X,
  handler: 'index.handler',
  code: lambda.Code.fromAsset(__dirname + '/talk'),
});
const backend = new cdk.CfnParameter(stack, 'Backend', { default: 'http://backend.test' });
const api = new apigateway.HttpApi(stack, 'Shop', {
  apiName: 'shop',
  corsPreflight: { allowOrigins: ['https://shop.test'], allowMethods: [apigateway.CorsHttpMethod.GET] },
});
api.addRoutes({
  path: '/pets/{id}',
  methods: [apigateway.HttpMethod.GET],
  integration: new integrations.HttpLambdaIntegration('Pets', talk),
});
api.addRoutes({
  path: '/old/{proxy+}',
  methods: [apigateway.HttpMethod.ANY],
  integration: new integrations.HttpLambdaIntegration('Old', talk, {
    payloadFormatVersion: apigateway.PayloadFormatVersion.VERSION_1_0,
  }),
});
api.addRoutes({
  path: '/stock',
  methods: [apigateway.HttpMethod.GET],
  integration: new integrations.HttpUrlIntegration('Stock', backend.valueAsString + '/stock', {
    parameterMapping: new apigateway.ParameterMapping().appendHeader('x-from', apigateway.MappingValue.contextVariable('apiId')),
  }),
});
api.addRoutes({
  path: '/mine',
  methods: [apigateway.HttpMethod.GET],
  integration: new integrations.HttpLambdaIntegration('Mine', talk),
  authorizer: new authorizers.HttpJwtAuthorizer('Users', 'https://issuer.test', { jwtAudience: ['shop'] }),
});
app.synth();
