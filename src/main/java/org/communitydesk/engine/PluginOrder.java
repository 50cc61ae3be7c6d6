package org.communitydesk.engine;

/** The order in which a newly built engine is furnished. */
final class PluginOrder {

  static final int GROUPS = 1;
  static final int PEOPLE = 2;
  static final int DEPLOYMENT = 3;
  static final int RIGHTS = 4;
  static final int QUEUES = 5;

  private PluginOrder() {}
}
