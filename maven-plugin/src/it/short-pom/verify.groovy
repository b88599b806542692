import io.gatemason.maven.it.RunningJar
import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
assert log.contains('orders.openapi.yaml: 1 method')
assert log.contains('Nothing to do: 1 document unchanged')
assert log.count('orders.openapi.yaml: 1 method') == 1

def jar = new File(basedir, 'target/orders.jar')
// The goal of 15 MB is missed: tokens, caches, shared state and traces came with libraries of their own.
assert jar.length() < 20_000_000
assert new File(basedir, 'target/orders-sources.jar').file
assert new File(basedir, 'target/generated-sources/gateway/com/example/gateway/Gateway.java').file

// A project does not inherit the versions of Gatemason's own build.
def versions = [:]
new JarFile(jar).withCloseable { file ->
  file.entries().findAll { it.name ==~ 'META-INF/maven/io\\.helidon.*/pom\\.properties' }.each {
    def properties = new Properties()
    file.getInputStream(it).withCloseable { properties.load(it) }
    versions[properties.artifactId] = properties.version
  }
}
assert versions.findAll { it.value != versions['helidon-webserver'] }.isEmpty()

RunningJar.start(jar).withCloseable { service ->
  assert service.get('/orders') == '200 {"answer": "pong"}'
}
