/**
 * Viber with one bot of the brand: private chats, receipts, errors with HTTP 200 (REST Bot API 7.3,
 * read 2026-11).
 */
package org.communitydesk.sandbox.viber;
