package org.communitydesk.support;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** For {@code socketFactory} of PostgreSQL's driver: counts what comes from the server. */
public final class CountedSockets extends SocketFactory {

  private static final AtomicLong READ = new AtomicLong();

  /** Bytes that have come from any server since the program began. */
  public static long read() {
    return READ.get();
  }

  @Override
  public Socket createSocket() {
    return new Counted();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException();
  }

  private static final class Counted extends Socket {

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          READ.incrementAndGet();
          return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          int got = super.read(into, offset, length);
          READ.addAndGet(Math.max(got, 0));
          return got;
        }
      };
    }
  }
}
