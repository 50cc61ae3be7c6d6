package org.communitydesk.sandbox.telegram;

import java.util.Map;

/** A part of the Bot API: its methods by name. */
interface TelegramSection {

  Map<String, TelegramMethod> methods();
}
