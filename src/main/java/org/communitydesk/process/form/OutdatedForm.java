package org.communitydesk.process.form;

import java.util.ConcurrentModificationException;

/** A form was submitted after the person had made it untrue; says so to whoever submitted it. */
class OutdatedForm extends ConcurrentModificationException {

  private static final long serialVersionUID = 1L;

  OutdatedForm(String russian) {
    super(russian);
  }
}
