package io.gatemason.benchmarks.process;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Counts what all threads of a Java process allocate, those of virtual threads included. */
public final class AllocationCounter implements AutoCloseable {
  private final JMXConnector connector;
  private final ThreadMXBean threads;

  private AllocationCounter(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.threads =
        ManagementFactory.newPlatformMXBeanProxy(
            connector.getMBeanServerConnection(),
            ManagementFactory.THREAD_MXBEAN_NAME,
            ThreadMXBean.class);
  }

  /** Attaches to a process. */
  @SuppressWarnings("BanJNDI") // The other end is a process of our own on this machine.
  static AllocationCounter of(long pid) throws IOException {
    VirtualMachine machine;
    try {
      machine = VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException("No Java process " + pid, e);
    }
    try {
      return new AllocationCounter(
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
    } finally {
      machine.detach();
    }
  }

  /** The bytes allocated since the process began. */
  public long bytes() {
    return threads.getTotalThreadAllocatedBytes();
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
