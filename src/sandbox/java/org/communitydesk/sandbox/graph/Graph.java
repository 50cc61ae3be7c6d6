package org.communitydesk.sandbox.graph;

/** What the brand's app at Meta has, on all three platforms. */
public final class Graph {

  public static final String TOKEN = "sandbox-token";
  public static final String APP_SECRET = "sandbox-secret";
  public static final long APP_ID = 1_517_776_481_860_111L;

  private Graph() {}
}
