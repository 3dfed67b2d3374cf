package io.duly.parties;

/** Whether this is somebody with whom the debt may be spoken of (P10). */
public enum RightParty {
  UNVERIFIED,
  VERIFIED,
  WRONG
}
