import io.gatemason.maven.it.RunningJar
import java.util.jar.JarFile

assert !new File(basedir, 'target').exists()

// Libraries that only functions of a project's own need stay away.
new JarFile(new File(basedir, 'made/orders.jar')).withCloseable { jar ->
  assert !jar.entries().any { it.name.startsWith('org/joda/') }
  assert jar.getEntry('io/helidon/config/yaml/YamlConfigParser.class')
}

RunningJar.start(new File(basedir, 'made/orders.jar')).withCloseable { service ->
  assert service.get('/dev/orders') == '200 {"answer": "pong"}'
}
