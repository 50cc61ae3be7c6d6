package org.communitydesk.privacy;

import java.util.List;

/** A room with tables whose rows are of no use after a time. */
public interface KeepsForATime {

  /** Which they are. */
  List<Ageing> ageing();
}
