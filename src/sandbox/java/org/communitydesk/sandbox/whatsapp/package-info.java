/**
 * WhatsApp with one business number of the brand: private chats on the Graph API, statuses, media,
 * templates and blocking (Cloud API v26.0, read 2026-11).
 */
package org.communitydesk.sandbox.whatsapp;
