package io.duly.correspondence.sending;

/** Where a message goes, as it was imported: nothing in it is harmless. */
record Addressee(String name, String address) {}
