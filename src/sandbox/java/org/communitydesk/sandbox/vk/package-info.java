/**
 * VK with one community of the brand: Callback API and Bots Long Poll, API methods 5.199 for the
 * wall, the community's messages and bans (schema 5.199.93, read 2026-11).
 */
package org.communitydesk.sandbox.vk;
