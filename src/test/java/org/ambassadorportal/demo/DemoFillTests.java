package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.ambassadorportal.DemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoTest
class DemoFillTests {

    @Autowired
    JdbcClient database;

    @Test
    void allMailsAreSent() {
        assertThat(count("select count(*) from email")).isPositive();
        assertThat(count("select count(*) from email where state <> 'CAUGHT'")).isZero();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
