import io.gatemason.maven.it.RunningJar

def log = new File(basedir, 'build.log').text
assert log.contains('Nothing to do: 1 document unchanged')
assert log.count('orders.openapi.yaml: 2 methods') == 2

def generated = new File(basedir, 'target/generated-sources/gateway/com/example/gateway/functions')
assert new File(generated, 'OrdersFunction.java').text.contains('new Orders()')
assert new File(generated, 'TotalFunction.java').file

RunningJar.start(new File(basedir, 'direct.jar')).withCloseable { service ->
  assert service.get('/orders/7') == '200 orders 7'
  assert service.get('/total') == '200 {"sum":42,"inTime":true}'
}
