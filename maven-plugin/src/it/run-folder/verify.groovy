import io.gatemason.maven.it.RunningJar
import io.gatemason.maven.it.RunningMaven

def host = { api -> "${api}.execute-api.us-east-1.localhost" as String }
def forbidden = '403 {"message":"Forbidden"}'

RunningJar.start(new File(basedir, 'apis.jar')).withCloseable { service ->
  assert service.get(host('orders'), '/dev/orders') == '200 {"shop": "first"}'
  assert service.get(host('pets'), '/v1/pets') == '200 {"pets": 2}'
  assert service.get(host('pets'), '/dev/orders') == forbidden
  assert service.get('localhost', '/dev/orders') == '200 {"shop": "first"}'
}

def folder = new File(basedir, 'no pom')
def apis = new File(folder, 'apis')
new File(apis, 'pets').mkdirs()
['values.yaml', 'apis/orders.openapi.yaml', 'apis/pets/openapi.yaml'].each {
  new File(folder, it).text = new File(basedir, it).text
}
def orders = new File(apis, 'orders.openapi.yaml')
def pets = new File(apis, 'pets/openapi.yaml')
def added = new File(apis, 'more.yaml')
def values = new File(folder, 'values.yaml')

RunningMaven.start(folder, localRepositoryPath,
    "io.gatemason:gatemason-maven-plugin:${projectVersion}:run", '-Dgatemason.source=apis',
    '-Dgatemason.stage=dev', '-Dgatemason.variablesFile=values.yaml').withCloseable { service ->
  service.await(host('orders'), '/dev/orders', '200 {"shop": "first"}')
  assert service.get(host('pets'), '/v1/pets') == '200 {"pets": 2}'

  pets.text = pets.text.replace('"pets": 2', '"pets": 3')
  service.await(host('pets'), '/v1/pets', '200 {"pets": 3}')

  added.text = orders.text
  service.await(host('more'), '/dev/orders', '200 {"shop": "first"}')

  values.text = 'Shop: [second'
  service.awaitLine('values.yaml')
  assert service.get(host('more'), '/dev/orders') == '200 {"shop": "first"}'
  values.text = 'Shop: second'
  service.await(host('more'), '/dev/orders', '200 {"shop": "second"}')

  added.delete()
  service.await(host('more'), '/dev/orders', forbidden)
  assert service.get(host('orders'), '/dev/orders') == '200 {"shop": "second"}'

  orders.delete()
  service.await('localhost', '/v1/pets', '200 {"pets": 3}')

  pets.delete()
  service.awaitLine('GM2002')
  assert service.get('localhost', '/v1/pets') == '200 {"pets": 3}'
}
