import io.gatemason.maven.it.RunningJar
import io.gatemason.maven.it.RunningMaven

RunningJar.start(new File(basedir, 'orders.jar')).withCloseable { service ->
  assert service.get('/orders/7') == '201 order 7 of orders-table'
}

def code = new File(basedir, 'src/main/gateway/orders/describe.js')
RunningMaven.start(basedir, localRepositoryPath,
    "io.gatemason:gatemason-maven-plugin:${projectVersion}:run").withCloseable { service ->
  service.await('/orders/7', '201 order 7 of orders-table')

  code.text = code.text.replace('order ', 'the order ')
  assert service.get('/orders/7') == '201 the order 7 of orders-table'
  service.awaitLine('Nothing to do: 1 document unchanged')

  code.text = code.text.replace('exports', 'export')
  assert service.get('/orders/7') == '502 {"message": "Internal server error"}'
  service.awaitLine('UserCodeSyntaxError')

  code.text = code.text.replace('export', 'exports')
  assert service.get('/orders/8') == '201 the order 8 of orders-table'
}
