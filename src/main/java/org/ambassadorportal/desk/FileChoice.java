package org.ambassadorportal.desk;

import org.springframework.stereotype.Component;

/** What the chooser of a browser offers. Templates call it {@code @fileChoice}. */
@Component("fileChoice")
class FileChoice {

    public String accept() {
        return FileTypes.CHOICE;
    }
}
