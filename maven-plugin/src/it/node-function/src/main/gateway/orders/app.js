const {describe} = require('./describe');

exports.handler = async event => ({
  statusCode: 201,
  body: `${describe(event.pathParameters.id)} of ${process.env.TABLE}`
});
