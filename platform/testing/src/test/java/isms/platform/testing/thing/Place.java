package isms.platform.testing.thing;

record Place(String site, int floor) {}
