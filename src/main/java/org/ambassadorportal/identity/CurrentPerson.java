package org.ambassadorportal.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The person who sent the request, as a {@link PersonId} or a {@link SignedIn}. On pages that anyone may open the
 * parameter is marked nullable, and is {@code null} for those who are not signed in.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentPerson {}
