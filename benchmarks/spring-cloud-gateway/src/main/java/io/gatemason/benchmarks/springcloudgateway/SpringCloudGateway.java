package io.gatemason.benchmarks.springcloudgateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway as it comes; the benchmark writes its {@code application.yaml}. */
@SpringBootApplication
public class SpringCloudGateway {

  /** Starts the gateway; settings come as {@code --name=value}. */
  public static void main(String[] args) {
    SpringApplication.run(SpringCloudGateway.class, args);
  }
}
