import com.fasterxml.jackson.databind.ObjectMapper
import io.gatemason.maven.it.RunningJar
import org.snakeyaml.engine.v2.api.Load
import org.snakeyaml.engine.v2.api.LoadSettings

['pom.xml', 'README.md', '.gitignore', '.dockerignore', 'Dockerfile',
 'kubernetes/deployment.yaml', 'kubernetes/service.yaml',
 'monitoring/grafana-dashboard.json', 'monitoring/alerts.yaml',
 'src/main/resources/application.yaml', 'src/main/gateway/orders.openapi.yaml'].each {
  assert new File(basedir, "made/$it").file
}
assert new File(basedir, 'build.log').text.contains('-Dgatemason.force replaces them')

def read = { new Load(LoadSettings.builder().build()).loadFromString(new File(basedir, "made/$it").text) }
def pods = read('kubernetes/deployment.yaml').spec
def container = pods.template.spec.containers[0]
def service = read('kubernetes/service.yaml').spec
assert pods.selector.matchLabels == pods.template.metadata.labels
assert service.selector == pods.template.metadata.labels
assert service.ports*.targetPort == container.ports*.name
assert container.ports*.containerPort == [read('src/main/resources/application.yaml').server.port]

def copy = new File(basedir, 'made/Dockerfile').readLines().find { it.startsWith('COPY ') } - 'COPY '
def image = new ObjectMapper().readTree(copy)*.textValue()
RunningJar.start(new File(basedir, "made/${image[0]}")).withCloseable { jar ->
  [container.readinessProbe, container.livenessProbe].each {
    assert jar.get('10.0.0.7:8080', it.httpGet.path).startsWith('200 ')
  }
  assert jar.get('/dev/orders') == '200 {"answer": "pong"}'
}
