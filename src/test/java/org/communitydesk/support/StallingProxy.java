package org.communitydesk.support;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands before a server and can stop handing anything on, without closing a connection. */
public final class StallingProxy implements Closeable {

  private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean stalled;

  public StallingProxy(int behind) throws IOException {
    thread(
        () -> {
          while (true) {
            Socket from = door.accept();
            Socket to = new Socket(InetAddress.getLoopbackAddress(), behind);
            open.add(from);
            open.add(to);
            thread(() -> pass(from, to));
            thread(() -> pass(to, from));
          }
        });
  }

  public int port() {
    return door.getLocalPort();
  }

  public void stall(boolean stall) {
    lock.lock();
    try {
      stalled = stall;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private interface Work {

    void run() throws IOException, InterruptedException;
  }

  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException closed) {
                // the end of the connection or of the test
              }
            },
            "stalling-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void pass(Socket from, Socket to) throws IOException, InterruptedException {
    byte[] part = new byte[8192];
    for (int got = from.getInputStream().read(part);
        got >= 0;
        got = from.getInputStream().read(part)) {
      lock.lock();
      try {
        while (stalled) {
          changed.await();
        }
      } finally {
        lock.unlock();
      }
      to.getOutputStream().write(part, 0, got);
    }
    to.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
