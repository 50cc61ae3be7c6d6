/**
 * Telegram with one channel of the brand, its discussion group and the bot: webhook and getUpdates
 * (Bot API 10.1 and the server's source, read 2026-11).
 */
package org.communitydesk.sandbox.telegram;
