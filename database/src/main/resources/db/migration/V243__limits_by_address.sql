-- An address from which too many attempts failed is not listened to for a while.
create index sign_in_failed_from on identity.sign_in (address, at desc) where not succeeded;
