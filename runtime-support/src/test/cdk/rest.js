// A REST API: a mock, a server, a function of a table, a model and a request validator.
const cdk = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigateway');
const lambda = require('aws-cdk-lib/aws-lambda');

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Rest', { synthesizer: new cdk.DefaultStackSynthesizer() });
const talk = new lambda.Function(stack, 'Talk', {
  functionName: 'talk',
  runtime: lambda.Runtime.NODEJS_20_X,
  handler: 'index.handler',
  code: lambda.Code.fromAsset(__dirname + '/talk'),
});
const backend = new cdk.CfnParameter(stack, 'Backend', { default: 'http://backend.test' });
const api = new apigateway.RestApi(stack, 'Shop', {
  restApiName: 'shop',
  deployOptions: { stageName: 'live', variables: { colour: 'blue' }, throttlingRateLimit: 100, throttlingBurstLimit: 50 },
  defaultCorsPreflightOptions: { allowOrigins: ['https://shop.test'], allowMethods: ['GET'] },
});
const model = api.addModel('Pet', {
  modelName: 'Pet',
  schema: { type: apigateway.JsonSchemaType.OBJECT, required: ['name'], properties: { name: { type: apigateway.JsonSchemaType.STRING } } },
});
api.root.addResource('ping').addMethod('GET', new apigateway.MockIntegration({
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '{"colour": "$stageVariables.colour"}' } }],
}), { methodResponses: [{ statusCode: '200' }] });
const pets = api.root.addResource('pets');
pets.addMethod('POST', new apigateway.LambdaIntegration(talk), {
  requestModels: { 'application/json': model },
  requestValidatorOptions: { validateRequestBody: true },
});
pets.addResource('{id}').addMethod('GET', new apigateway.HttpIntegration(backend.valueAsString + '/pets/{id}', {
  httpMethod: 'GET',
  proxy: true,
  options: { requestParameters: { 'integration.request.path.id': 'method.request.path.id' } },
}), { requestParameters: { 'method.request.path.id': true } });
new apigateway.SpecRestApi(stack, 'Spec', {
  apiDefinition: apigateway.ApiDefinition.fromAsset(__dirname + '/spec.yaml'),
  deployOptions: { stageName: 'spec' },
});
app.synth();
