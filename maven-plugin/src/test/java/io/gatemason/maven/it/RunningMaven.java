package io.gatemason.maven.it;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts Maven with a goal that goes on until it is stopped. */
public final class RunningMaven {
  private RunningMaven() {}

  /** Calls a goal in a folder; returns at once. */
  public static Service start(File folder, File localRepository, String goal, String... properties)
      throws IOException {
    int port = Service.freePort();
    List<String> command = new ArrayList<>();
    command.add(new File(System.getProperty("maven.home"), "bin/mvn").getPath());
    command.addAll(List.of("-B", "-e"));
    command.add("-Dmaven.repo.local=" + localRepository);
    command.add("-Dserver.port=" + port);
    command.add(goal);
    command.addAll(List.of(properties));
    return new Service(command, folder.toPath(), port);
  }
}
