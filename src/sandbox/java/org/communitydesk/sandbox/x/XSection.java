package org.communitydesk.sandbox.x;

import java.util.List;

/** A part of the API. */
interface XSection {

  List<XMethod> methods();
}
