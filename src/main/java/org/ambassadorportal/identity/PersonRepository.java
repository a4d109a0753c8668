package org.ambassadorportal.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people, loaded to be changed or to sign in; pages read rows. */
interface PersonRepository extends Repository<Person, PersonId> {

    Optional<Person> findById(PersonId id);

    @Query("select p from Person p where lower(p.mail) = lower(:mail)")
    Optional<Person> findByMail(String mail);

    Person save(Person person);

    Person saveAndFlush(Person person);
}
