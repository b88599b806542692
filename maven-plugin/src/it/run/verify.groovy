import io.gatemason.maven.it.RunningMaven

def folder = new File(basedir, 'no-pom')
folder.mkdirs()
def document = new File(folder, 'orders.openapi.yaml')
document.text = new File(basedir, 'orders.openapi.yaml').text

RunningMaven.start(folder, localRepositoryPath,
    "io.gatemason:gatemason-maven-plugin:${projectVersion}:run", '-Dgatemason.source=orders.openapi.yaml').withCloseable { service ->
  service.await('/orders', '200 {"answer": "one"}')
  service.awaitLine('ready at http://localhost:')

  service.awaitLine('management listens at http://127.0.0.1:')

  document.text = document.text.replace('"one"', '"two"')
  service.await('/orders', '200 {"answer": "two"}')

  document.text = document.text.replace('paths:', 'paths: [')
  service.awaitLine('GM1001')
  service.awaitLine('keeps serving')
  assert service.get('/orders') == '200 {"answer": "two"}'

  document.text = document.text.replace('paths: [', 'paths:').replace('"two"', '"three"')
  service.await('/orders', '200 {"answer": "three"}')

  def settings = new File(folder, 'application.yaml')
  settings.text = 'gateway: {limits: {url-bytes: many}}'
  service.awaitLine('many')
  service.awaitLine('The last good version keeps serving.')
  assert service.get('/orders') == '200 {"answer": "three"}'

  settings.text = 'gateway: {limits: {url-bytes: 20}}'
  service.await('/orders?long-enough=too-long', '414 {"message":"Request URI too long"}')
}
