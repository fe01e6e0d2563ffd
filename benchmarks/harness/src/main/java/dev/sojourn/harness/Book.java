package dev.sojourn.harness;

/**
 * A book the reading refers to.
 *
 * @param key short name, stable
 * @param title title
 * @param author author or authors
 * @param publisher publisher
 * @param year year of the edition
 */
public record Book(String key, String title, String author, String publisher, int year) {}
