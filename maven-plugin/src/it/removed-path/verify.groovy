def log = new File(basedir, 'build.log').text
assert log.contains('orders.openapi.yaml: 2 methods')
assert log.contains('orders.openapi.yaml: 1 method,')

def names = []
new File(basedir, 'target/generated-sources/gateway').eachFileRecurse { names << it.name }
assert names.contains('Ping.java')
assert !names.contains('Gone.java')
