exports.handler = async event => ({
  statusCode: 201,
  body: JSON.stringify({
    ordered: JSON.parse(event.body).item,
    table: process.env.TABLE,
    greeting: process.env.GREETING,
    memory: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  }),
});
