import io.gatemason.maven.it.RunningJar

['pom.xml', 'README.md', '.gitignore', '.dockerignore', 'Dockerfile',
 'kubernetes/deployment.yaml', 'kubernetes/service.yaml',
 'src/main/resources/application.yaml', 'src/main/gateway/orders.openapi.yaml'].each {
  assert new File(basedir, "made/$it").file
}
assert new File(basedir, 'build.log').text.contains('-Dgatemason.force replaces them')

RunningJar.start(new File(basedir, 'made/target/orders.jar')).withCloseable { service ->
  assert service.get('/dev/orders') == '200 {"answer": "pong"}'
}
