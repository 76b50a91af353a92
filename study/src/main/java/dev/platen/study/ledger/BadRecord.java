package dev.platen.study.ledger;

/** A run.json isn't what Platen writes. The message goes on behind "run.json": "has no status". */
final class BadRecord extends Exception {
  BadRecord(String message) {
    super(message);
  }
}
