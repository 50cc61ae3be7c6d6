package org.communitydesk.sandbox.ok;

import java.util.Map;

/** A part of the REST API: its methods by name. */
interface OkSection {

  Map<String, OkMethod> methods();
}
