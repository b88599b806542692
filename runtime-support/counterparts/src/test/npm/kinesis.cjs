const server = require('kinesalite')({ createStreamMs: 0 });
server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
