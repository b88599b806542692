import io.gatemason.maven.it.RunningJar

def log = new File(basedir, 'build.log').text
assert log.count('error GM4001: ') == 1
assert log.count('warning GM4009: ') == 1

RunningJar.start(new File(basedir, 'made/orders.jar')).withCloseable { service ->
  assert service.get('/broken') == '500 {"message": "Internal server error"}'
  assert service.get('/whole?x=1') == '200 {"x": "1"}'
}
