package org.communitydesk.calendar;

import java.util.List;

/** A year's file cannot be taken; the message is Russian and names every fault by field and row. */
public final class BadCalendar extends RuntimeException {

  BadCalendar(List<String> faults) {
    super(String.join(" ", faults));
  }
}
