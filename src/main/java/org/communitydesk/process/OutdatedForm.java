package org.communitydesk.process;

import java.util.ConcurrentModificationException;

/** A form was submitted after the person had made it untrue; says so to whoever submitted it. */
public class OutdatedForm extends ConcurrentModificationException {

  private static final long serialVersionUID = 1L;

  public OutdatedForm(String russian) {
    super(russian);
  }
}
