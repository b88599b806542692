import io.gatemason.maven.it.RunningMaven
import java.nio.file.Files

def folder = new File(basedir, 'no-pom')
folder.mkdirs()
def document = new File(folder, 'orders.openapi.yaml')
document.text = new File(basedir, 'orders.openapi.yaml').text

RunningMaven.start(folder, localRepositoryPath,
    "io.gatemason:gatemason-maven-plugin:${projectVersion}:run", '-Dgatemason.source=orders.openapi.yaml').withCloseable { service ->
  service.await('/orders', '200 {"answer": "one"}')

  document.text = document.text.replace('"one"', '"two"')
  service.await('/orders', '200 {"answer": "two"}')

  document.text = document.text.replace('paths:', 'paths: [')
  service.awaitLine('GM1001')
  service.awaitLine('keeps serving')
  assert service.get('/orders') == '200 {"answer": "two"}'

  document.text = document.text.replace('paths: [', 'paths:').replace('"two"', '"three"')
  service.await('/orders', '200 {"answer": "three"}')
}
