// The package would listen to everybody, on a port that it has to be told.
const http = require('node:http');
const express = require('express');

express.application.listen = function (port, ...rest) {
  const server = http.createServer(this);
  server.once('listening', () => console.log('port ' + server.address().port));
  return server.listen(0, '127.0.0.1', rest.pop());
};
require('stepfunctions-local/src/server').start({ region: 'us-east-1' });
