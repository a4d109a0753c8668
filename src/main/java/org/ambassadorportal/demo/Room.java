package org.ambassadorportal.demo;

/** The part that one room of the portal has in the demo. */
interface Room {

    /** Plans what happens there. */
    void plan(DemoYear year);
}
