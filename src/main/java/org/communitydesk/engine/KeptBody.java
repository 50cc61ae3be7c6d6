package org.communitydesk.engine;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request's body that has been read once and is handed on. */
class KeptBody extends ServletInputStream {

  private final ByteArrayInputStream content;

  KeptBody(byte[] content) {
    this.content = new ByteArrayInputStream(content);
  }

  @Override
  public int read() {
    return content.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return content.read(buffer, offset, length);
  }

  @Override
  public boolean isFinished() {
    return content.available() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    try {
      listener.onDataAvailable();
    } catch (IOException failure) {
      listener.onError(failure);
    }
  }
}
