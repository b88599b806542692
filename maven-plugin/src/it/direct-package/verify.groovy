import io.gatemason.maven.it.RunningJar

assert !new File(basedir, 'target').exists()

RunningJar.start(new File(basedir, 'made/orders.jar')).withCloseable { service ->
  assert service.get('/dev/orders') == '200 {"answer": "pong"}'
}
